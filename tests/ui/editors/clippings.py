"""Clipboard HTML as Word, Google Docs, LibreOffice and browsers write it; the words are made up."""

from __future__ import annotations


def _item(level: int, sign: str, words: str, *, place: str = "Middle", font: str = "Symbol") -> str:
    return (
        f"<p class=MsoListParagraphCxSp{place} style='margin-left:{36 * level}.0pt;mso-add-space:auto;text-indent:-18.0pt;"
        f"mso-list:l0 level{level} lfo1'><![if !supportLists]><span style='font-family:{font};mso-fareast-font-family:\n"
        f"{font};mso-bidi-font-family:{font}'><span style='mso-list:Ignore'>{sign}<span style='font:7.0pt \"Times New Roman\"'>"
        f"&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{words}<o:p></o:p></p>\n\n"
    )


WORD = (
    """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:st1="urn:schemas-microsoft-com:office:smarttags"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/clip_filelist.xml">
<title>NEVER SHOWN</title>
<!--[if gte mso 9]><xml>
 <w:WordDocument><w:View>Normal</w:View></w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal {margin:0cm; font-size:12.0pt; font-family:"Arial",sans-serif;}
 @list l0:level1 {mso-level-number-format:bullet;}
-->
</style>
</head>

<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->

<h1 style='mso-outline-level:1'><a name="_Toc1"></a>Our response<o:p></o:p></h1>

<p class=MsoNormal><span lang=EN-GB style='font-size:12.0pt;color:#1F497D'>On 14&nbsp;May the inspectors of
<st1:place w:st="on"><st1:City w:st="on">Exampleton</st1:City></st1:place> published <b style='mso-bidi-font-weight:
normal'>two</b> <i>clear</i> <span style='font-weight:bold;font-style:italic'>findings</span> &amp; a <u>note</u>.<o:p></o:p></span></p>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>

"""
    + _item(1, "·", "The force needs <span class=SpellE>staff</span>.", place="First")
    + _item(2, "o", "At night", font='"Courier New"')
    + _item(3, "§", "On Sundays", font="Wingdings")
    + "<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt'>More about staff.<o:p></o:p></p>\n"
    + _item(1, "·", "The force needs plans.", place="Last")
    + """<p class=MsoNormal>Then we will:</p>

"""
    + _item(1, "1.", "ask,", place="First").replace("l0 ", "l1 ")
    + _item(1, "2.", "listen.", place="Last").replace("l0 ", "l1 ")
    + """<p class=MsoQuote>We welcome this.<o:p></o:p></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0
 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=301 valign=top style='width:225.4pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal><b>Action<o:p></o:p></b></p>
  </td>
  <td width=301 valign=top style='width:225.4pt'><p class=MsoNormal>By<o:p></o:p></p></td>
 </tr>
 <tr><td width=301><p class=MsoNormal>Write the plan</p><p class=MsoNormal>and read it</p></td>
 <td width=301><p class=MsoNormal>June<!--[if gte vml 1]><v:shape id="x"></v:shape><![endif]--><![if !vml]><img width=10
 height=10 src="file:///C:/clip_image001.png" alt="A map of the beat"><![endif]></p></td></tr>
</table>

<p class=MsoNormal>See <a href="https://www.example.police.uk/plan">the plan</a>, <a href="http://old.example.org">the old one</a>
<span lang=CY style='mso-ansi-language:CY'>a’r cynllun</span>.<o:p></o:p></p>

<!--EndFragment-->
</body>

</html>
"""
)
WORD_READ = (
    "<h3>Our response</h3>"
    "<p>On 14\u00a0May the inspectors of Exampleton published <strong>two</strong> <em>clear</em> "
    "<strong><em>findings</em></strong> &amp; a note.</p>"
    "<ul><li>The force needs staff.<ul><li>At night</li><li><p>On Sundays</p><p>More about staff.</p></li></ul></li>"
    "<li>The force needs plans.</li></ul>"
    "<p>Then we will:</p><ol><li>ask,</li><li>listen.</li></ol>"
    "<blockquote><p>We welcome this.</p></blockquote>"
    "<table><tr><th><strong>Action</strong></th><th>By</th></tr><tr><td>Write the plan<br>and read it</td><td>June</td></tr></table>"
    '<p>See <a href="https://www.example.police.uk/plan">the plan</a>, '
    'the old one (http://old.example.org) <span lang="cy-GB">a’r cynllun</span>.</p>'
)
WORD_CLEANED = (
    "picture not taken: A map of the beat",
    "link not kept: http://old.example.org",
    "a list below the second level",
    "fonts, colours and spacing",
)

GOOGLE = (
    '<meta charset=\'utf-8\'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38">'
    '<span style="font-size:11pt;font-weight:400;font-style:normal">Plain, </span>'
    '<span style="font-weight:700;font-style:normal">bold</span>'
    '<span style="font-weight:400;font-style:italic"> and italic.</span></p><br><ul style="margin-top:0"><li dir="ltr" aria-level="1">'
    '<p dir="ltr" role="presentation"><span style="font-weight:400">one</span></p></li>'
    '<ul><li aria-level="2"><p><span>one a</span></p></li></ul></ul></b>'
)
GOOGLE_READ = "<p>Plain, <strong>bold</strong><em> and italic.</em></p><ul><li>one<ul><li>one a</li></ul></li></ul>"

WEB = (
    '<html><body>\r\n<!--StartFragment--><div class="govuk-body" style="color: rgb(11, 12, 12); font-size: 19px">'
    '<h2 class="x">Findings</h2>'
    '<p>The <abbr title="area for improvement">AFI</abbr> is <strong class="y">open</strong>.<script>alert(1)</script></p>'
    '<ol start="3"><li>Third<br></li><li><a href="javascript:bad()">Fourth</a></li></ol><figure><img src="https://example.org/a.png">'
    "<figcaption>A chart</figcaption></figure><dl><dt>Term</dt><dd>Meaning</dd></dl></div><!--EndFragment-->\r\n</body></html>"
)
WEB_READ = (
    "<h3>Findings</h3><p>The AFI is <strong>open</strong>.</p><ol><li>Third</li><li>Fourth</li></ol><p>A chart</p><p>Term</p><p>Meaning</p>"
)

WORD_ONLINE = (
    '<div class="OutlineElement Ltr SCXW1"><p class="Paragraph" lang="EN-GB"><span data-contrast="auto" class="TextRun">First </span>'
    '<span class="TextRun" style="font-weight:bold">words</span><span class="EOP" style="font-size:12pt">&nbsp;</span></p></div>'
    '<div class="ListContainerWrapper"><ul class="BulletListStyle1" role="list"><li data-listid="2" role="listitem" aria-level="1">'
    '<p class="Paragraph"><span class="TextRun">point</span></p></li></ul></div>'
)
WORD_ONLINE_READ = "<p>First <strong>words</strong>\u00a0</p><ul><li>point</li></ul>"
