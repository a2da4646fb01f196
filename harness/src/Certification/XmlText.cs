using System.Xml;

namespace CardConformance.Harness.Certification;

/// <summary>Text for XML.</summary>
internal static class XmlText
{
    /// <summary>The text without characters that XML cannot hold, such as those that colour a terminal.</summary>
    internal static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
