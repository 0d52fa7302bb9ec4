"""Makes a whole record of the parts that differ: who answers, what was found, what is said to it (checks)."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from response_app.domain.record import Record
from response_app.interchange import read_record

AFI, RECOMMENDATION, CAUSE, ACCELERATED = "area_for_improvement", "recommendation", "cause_of_concern", "accelerated_cause_of_concern"


def office(force: str, holder: str, chief: str, **changes: Any) -> dict[str, Any]:
    """Return an office; of a police and crime commissioner where nothing else is said."""
    return {
        "force": force,
        "body_title": "Police and Crime Commissioner",
        "body_short": "PCC",
        "holder": holder,
        "chief_officer_title": "Chief Constable",
        "chief_officer_short": "CC",
        "chief_officer": chief,
        "contact": "01632 960 100, office@commissioner.example",
        "website": f"the website of the Police and Crime Commissioner for {force.removesuffix(' Police')}",
    } | changes


def finding(id: str, kind: str, heading: str, chief: str, *action: str, **changes: Any) -> dict[str, Any]:
    """Return an answered finding."""
    actions = [{"kind": "taken" if " have " in f" {each} " else "proposed", "text": each} for each in action]
    return {"id": id, "kind": kind, "heading": heading, "applies": "yes", "chief": {"text": chief}, "action": actions} | changes


def made(by: dict[str, Any], title: str, published: date, summary: str, findings: list[dict[str, Any]], *sections: str) -> Record:
    """Return a record that is ready to be published 41 days after the report; its sections are the three in their order."""
    planned = published + timedelta(days=41)
    sent, signed = published + timedelta(days=3), planned - timedelta(days=2)
    names = ("initial_response", "chief_officer_response", "overall_comments")
    return read_record(
        json.dumps(
            {
                "format": "pcc-inspection-response",
                "version": 1,
                "office": by,
                "record": {
                    "version_label": "1.0",
                    "clock": {"applies": "yes"},
                    "invitation": {
                        "sent_on": sent.isoformat(),
                        "reply_by": (published + timedelta(days=30)).isoformat(),
                        "outcome": "received",
                        "received_on": (published + timedelta(days=28)).isoformat(),
                    },
                    "decisions": [
                        {
                            "what": "signed_off",
                            "by": by["holder"],
                            "role": by["body_title"],
                            "capacity": "holder",
                            "on": signed.isoformat(),
                            "version_label": "1.0",
                        }
                    ],
                    "publication": {"planned_on": planned.isoformat()},
                },
                "inspection": {
                    "title": title,
                    "inspectorate": "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)",
                    "published_on": published.isoformat(),
                    "publication_confirmed": True,
                    "summary": summary,
                },
                "findings": findings,
                "sections": dict(zip(names, sections, strict=True)),
            }
        ).encode()
    ).record
