using System.Xml.Linq;

namespace CardConformance.Harness.Certification;

/// <summary>What all pages that are made here have: a language, a title, a style, and no need of a network or a script.</summary>
internal static class HtmlPage
{
    /// <summary>The page as text.</summary>
    /// <param name="language">Its language, as in <c>lang</c>.</param>
    /// <param name="title">Its title.</param>
    /// <param name="css">Its style.</param>
    /// <param name="body">What stands in its body; what is <see langword="null"/> is left out.</param>
    internal static string Make(string language, string title, string css, params object?[] body) => "<!DOCTYPE html>\n" + new XElement(
        "html",
        new XAttribute("lang", language),
        new XElement(
            "head",
            new XElement("meta", new XAttribute("charset", "utf-8")),
            new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
            new XElement("title", title),
            new XElement("style", css)),
        new XElement("body", body));
}
