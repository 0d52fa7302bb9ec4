"""The pages of a PDF are drawn for the screen that they are on."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ...fixtures.shared import PROJECT

SHARP = """
import sys
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from response_app import pdfium
from tests.ui.widgets.pdfs import pages
from ui.widgets.pdf_view import PdfView

app = QApplication([])
real = pdfium.render
def render(data, page, scale, *rest):
    picture = real(data, page, scale, *rest)
    if page == 0:
        print(round(picture.width), round(scale / (view.pages.zoom / 100 * 96 / 72), 3), view.pages.viewport().width())
        QTimer.singleShot(0, app, app.quit)
    return picture
pdfium.render = render
view = PdfView("Preview")
view.resize(800, 600)
view.show_pdf(pages(1))
view.show()
app.exec()
"""


@pytest.mark.parametrize("factor", ["1", "1.5", "2"])
def test_pages_are_as_sharp_as_the_screen(factor: str) -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SHARP, str(PROJECT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment)
    assert done.returncode == 0, done.stderr
    width, ratio, viewport = (float(word) for word in done.stdout.splitlines()[-1].split())
    assert ratio == float(factor)
    assert width == pytest.approx((viewport - 40) * float(factor), abs=2)
