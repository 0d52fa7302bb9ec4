"""Fictional records in five voices (checks)."""

from __future__ import annotations

from datetime import date

from .made import AFI, RECOMMENDATION, finding, made, office

NORVALE = made(
    office("Norvale Police", "Joan Marsh", "Idris Fenn"),
    "PEEL 2023–25: An inspection of Norvale Police",
    date(2024, 3, 5),
    "<p>Inspectors graded Norvale Police across eight areas of policing. They visited in the autumn of 2023.</p>",
    [
        finding("a1", AFI, "The force should answer non-emergency calls more quickly.",
                "<p>We now answer 84 percent of non-emergency calls within five minutes; in March 2023 it was 51 percent. Calls that wait "
                "are fewer than 40 a day.</p>",
                "<p>I have paid for 22 call takers and read the waiting times each week. I may ask for more if callers wait again.</p>"),
        finding("a2", AFI, "The force should record all crimes that victims report.",
                "<p>Our registrar reads a sample of 200 logs each month and tells me (and each district commander) which crimes we "
                "missed, and why.</p>",
                "<p>I publish the registrar’s figures. My panel of victims will tell me whether they match what people live through.</p>"),
        finding("a3", AFI, "The force should give supervisors time to review investigations.",
                "<p>Sergeants have had a protected day for reviews since 8 January 2024.</p>",
                "<p>I will visit two districts in June 2024 and ask sergeants whether the protected day holds.</p>"),
    ],
    "<p>On 5 March 2024 the inspectors published their report on Norvale Police. It makes three areas for improvement. "
    "Two of the three areas for improvement repeat what my own panel had said; the other one is new to me.</p>"
    "<p>My police and crime plan has three tests for any service: a) do people reach it, b) does it tell them the truth, and c) does "
    "it learn? (The tests were written by residents, not by me.)</p>"
    "<p>One of them, a shopkeeper in Alder Street, told me:</p>"
    "<p>“I rang on a Friday and nobody came. I rang on the Monday and somebody did.</p>"
    "<p>“I would ring again. I would like not to wait.”</p>",
    "<p>I thank the inspectors for their fair report. In the last year we have trained 310 officers; the last year of our plan, "
    "2025, will be about keeping what works.</p><p>The two first areas for improvement are for my deputy, the third is mine.</p>",
    "<p>I welcome the Chief Constable’s candour. I will report on all three to the police and crime panel in September 2024, "
    "and I will say so if the waiting times rise again.</p>",
)  # fmt: skip

WEXMOOR = made(
    office("Wexmoor Police", "Harriet Sloane", "Peter Quill", body_title="Police, Fire and Crime Commissioner", body_short="PFCC"),
    "How well the police and the fire service work together in Wexmoor",
    date(2024, 9, 10),
    "<p>Inspectors looked at how Wexmoor Police and the fire and rescue service share buildings, data and people.</p>",
    [
        finding("r1", RECOMMENDATION, "By 31 March 2025, Wexmoor Police should share its estates plan with the fire service.",
                "<p>We gave the fire service our estates plan on 1 October 2024, and the two estates teams share an office now.</p>",
                "<p>I have asked both services for one plan, and I will publish it by 31 March 2025.</p>"),
        finding("r2", RECOMMENDATION, "By 30 June 2025, Wexmoor Police should agree how control rooms exchange data.",
                "<p>The heads of both control rooms meet every fortnight. They will agree the exchange of data in April 2025.</p>",
                "<p>I propose to fund the link between the control rooms from the joint reserve (£180,000), if the case holds.</p>"),
    ],
    "<p>I hold both services to account, which few of my colleagues do. Neighbouring PCCs and the PCC for Norvale have asked to see "
    "what we learn; other PCCs have a fire authority beside them, and each PCC will draw other lessons.</p>"
    "<p>The report makes two recommendations. I accept both of them. One recommendation has a limit in March, the other in June.</p>"
    "<p>Three things matter to me:</p><ul><li>one estates plan (i) with costs, (ii) with dates;</li><li>one exchange of data</li>"
    "<li>no merger by stealth.</li></ul>",
    "<p>I accept the findings. Our officers already train with firefighters at Pellow Fields; the inspectors called this “a model "
    "that others could copy”. We will do more of it from the spring of 2025.</p>",
    "<p>I am grateful to the Chief Constable, and to the Chief Fire Officer, who wrote to me as well although the Act does not ask "
    "for it. I will ask both at our public meeting on Tuesday 14 January 2025 how far they have come.</p>",
)  # fmt: skip

TARROW = made(
    office("Greater Tarrow Police", "Leila Amadi", "Tom Birkett", body_title="Mayor of Greater Tarrow", body_short="Mayor",
           website="the website of the Greater Tarrow Combined Authority"),
    "Greater Tarrow Police: Serious youth violence",
    date(2024, 5, 21),
    "<p>Inspectors asked how twelve forces and their partners reduce serious youth violence. This is what they found here.</p>",
    [
        finding("r1", RECOMMENDATION, "By November 2024, Greater Tarrow Police should train officers to recognise exploited children.",
                "<p>We train 60 officers a week. By 1 November 2024 every officer will recognise the signs that a child is exploited.</p>",
                "<p>I have paid young people who were exploited to help to write the course. I will sit in on it in July 2024.</p>"),
        finding("r2", RECOMMENDATION, "By November 2024, the Home Office should publish data on the use of orders against violence.",
                "", applies="no", reason="<p>Made to the Home Office. We have sent the figures for Greater Tarrow.</p>"),
    ],
    "<p>Seventeen children were wounded with knives in Greater Tarrow in the year to 31 March 2024. Each of those recommendations of "
    "this report that is ours to act on will be acted on; the other is for the Home Office.</p>"
    "<p>The violence reduction unit is in the last year of its first grant. Last year’s PEEL report praised it. What comes next is a "
    "matter for the 2025/26 budget, and for the ten borough councils that pay a third of it.</p>"
    "<blockquote><p>They did not ask what I had done. They asked what had happened to me.</p><cite>A boy of 15, June 2024</cite>"
    "</blockquote>",
    "<p>We accept the recommendation. 24 of our 60 trainers come from the youth service. I would add one thing: a course is not a "
    "culture, and I will look for the difference on the street (and in the custody suite).</p>",
    "<p>The Chief Constable is right. I will ask him for the number of children whom officers recognised as exploited, "
    "month by month, and publish it from December 2024.</p>",
)  # fmt: skip

GLAN_ARWEL = made(
    office("Heddlu Glan Arwel", "Catrin Môn", "Siân Prydderch"),
    "Heddlu Glan Arwel: How the force serves Welsh speakers",
    date(2024, 10, 1),
    "<p>Inspectors asked how the force serves people who speak Welsh.</p><p lang=\"cy-GB\">Gofynnodd arolygwyr sut mae’r heddlu yn "
    "gwasanaethu siaradwyr Cymraeg.</p>",
    [
        finding("a1", AFI, "The force should offer each caller a conversation in Welsh.",
                "<p>Since September 2024 the first words of every call are in Welsh and in English, and each caller can choose a Welsh "
                "conversation. Of 4,100 callers in the first month, 612 chose Welsh.</p>",
                "<p>I have learned from those 612 calls that people speak of different things in their own language. I will publish "
                "what they tell us, in both languages.</p>"),
        finding("a2", AFI, "The force should plan for enough staff who speak Welsh.",
                "<p>We plan by ward: at least one in three staff at each front counter will speak Welsh by 31 December 2025.</p>",
                "<p>I propose to set aside £40,000 for courses in 2025/26, so that staff who speak a little can speak a lot.</p>"),
    ],
    "<p lang=\"cy-GB\">Croesawaf yr adroddiad hwn. Mae gan bawb yr hawl i gael gwasanaeth yn Gymraeg, ac mae’r ddau faes i’w gwella yn "
    "bwysig i mi ac i’r cymunedau rwy’n eu cynrychioli yn nyffryn Arwel a’r cylch, o’r mynydd hyd at y môr ac yn ôl drachefn.</p>"
    "<p>I welcome this report. Everybody has the right to a service in Welsh, and both areas for improvement matter to me.</p>"
    "<p>A woman from Pont Ŵyl told me, <span lang=\"cy-GB\">“Dw i’n meddwl yn Gymraeg”</span> (I think in Welsh). That is why the "
    "language of a call is no courtesy but a part of the evidence.</p>",
    "<p>We accept both findings. The inspectors were kind about our effort and plain about our numbers; they were right in both.</p>",
    "<p>I will hold the Chief Constable to account for both at my meetings in public, which are held in both languages: on "
    "3 February and 5 May 2025.</p><p lang=\"cy-GB\">Diolch i bawb.</p>",
)  # fmt: skip

ELDRICK = made(
    office("Eldrick Constabulary", "Owen Tay", "Ruth Galloway"),
    "State of readiness: policing of public order",
    date(2024, 2, 6),
    "<p>The report is on public order policing in all forces. Eldrick Constabulary was one of the six that inspectors visited.</p>",
    [
        finding("a1", AFI, "Forces should keep records of the training of public order commanders.",
                "<p>The records of commanders’ training are on one register. We checked them on 12 February 2024.</p>",
                "<p>I have seen the register. I will ask for a count of commanders whose training is out of date, twice a year.</p>"),
    ],
    "<p>The inspectors made no recommendations to Eldrick Constabulary. They made one area for improvement, which is for all forces.</p>"
    "<p>I have compared it with the recommendations of the Harrow Lane Inquiry (2019) and with the four recommendations that the "
    "previous inspection, in 2021, made to us. We closed all four.</p>"
    "<p>Public order is not the same as public silence. The right to protest under Article 11 (and Article 10) is a qualified one; "
    "where the police limit it, they say why. See <a href=\"https://www.example.org/protest-guide\">the guide to protest in "
    "Eldrick</a> or write to <a href=\"mailto:office@commissioner.example\">my office</a>.</p>",
    "<p>I agree with the area for improvement. We had the training; we did not have the proof. Some 48 commanders are on the register, "
    "of whom 45 are in date, and the other three will be by 30 April 2024.</p>",
    "<p>A short finding deserves a short answer, and the Chief Constable has given one. I am content. My next look at the register is "
    "on 1 August 2024.</p>",
)  # fmt: skip

FIRST_FIVE = {"norvale": NORVALE, "wexmoor": WEXMOOR, "tarrow": TARROW, "glan arwel": GLAN_ARWEL, "eldrick": ELDRICK}
