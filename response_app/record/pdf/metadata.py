"""Metadata of the PDF: XMP, document information, output intent, language (record out).

XMP claims PDF/UA-1 and PDF/A-2a; PDF/A wants the schema of `pdfuaid` described (ISO 19005-2, 6.6.2.3).
No date stands here: the same content gives the same bytes on any day.
"""

from __future__ import annotations

from html import escape

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from ...paths import resource
from ..tree import Document

PRODUCER = "Inspection Response"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <pdf:Producer>{producer}</pdf:Producer>
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def write_metadata(pdf: Pdf, document: Document) -> None:
    """Write XMP, the equal document information, output intent, language and viewer preferences into `pdf`."""
    root = pdf.Root
    xmp = _XMP.format(title=escape(document.title, quote=False), language=document.language, producer=PRODUCER)
    metadata = Stream(pdf, xmp.encode("utf-8"))
    metadata.Type = Name.Metadata
    metadata.Subtype = Name.XML
    root.Metadata = pdf.make_indirect(metadata)
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(document.title), Producer=String(PRODUCER)))
    root.Lang = String(document.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    profile = Stream(pdf, resource("srgb.icc").read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    root.OutputIntents = Array([pdf.make_indirect(intent)])
