using System.Net;

namespace CardConformance.LittleTarget;

/// <summary>Pages, written by hand.</summary>
internal static class Html
{
    internal static IResult Page(string title, string body) => Results.Content(
        $$"""
        <!doctype html>
        <html lang="fr">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width">
          <title>{{title}}</title>
          <style>body { font: 1.1rem serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem } button, input { font: inherit; padding: .5rem }</style>
        </head>
        <body>
          <main>
            <h1>{{title}}</h1>
            {{body}}
          </main>
          <script>document.querySelector("[role=alert]")?.focus()</script>
        </body>
        </html>
        """,
        "text/html; charset=utf-8");

    internal static string Paragraph(string text) => $"<p>{Text(text)}</p>";

    internal static string Go(string words, string address) => $"""<form action="{address}"><button>{Text(words)}</button></form>""";

    internal static string Send(string words, string address, string fields = "") =>
        $"""<form action="{address}" method="post">{fields}<button>{Text(words)}</button></form>""";

    internal static string Alert(string? complaint) =>
        complaint is null ? "" : $"""<p role="alert" tabindex="-1">{Text(complaint)}</p>""";

    /// <summary>Looks again and again how far things are, and shows the page anew when they have moved.</summary>
    internal static string Follow(Stage now) =>
        $$"""
        <script>
          setInterval(async () => {
            // A phone without a network asks again when it has one.
            const answer = await fetch("/ou-en-est-on").catch(() => null);
            if (answer?.ok && await answer.text() !== "{{now}}") { location.reload(); }
          }, 200);
        </script>
        """;

    internal static string Text(string text) => WebUtility.HtmlEncode(text);
}
