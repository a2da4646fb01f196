using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace CardConformance.Perf.Results;

/// <summary>A picture with horizontal bars, as SVG: readable on a telephone, in light and in dark, and aloud.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Question">What it answers.</param>
/// <param name="Unit">Unit of all bars.</param>
/// <param name="Groups">The bars.</param>
internal sealed record BarChart(string Title, string Question, string Unit, IReadOnlyList<BarGroup> Groups)
{
    // Shown as it is on a desk, and on 390 pixels shrunk to no less than letters of 11.
    private const int Width = 460;
    private const int Margin = 12;
    private const int LineHeight = 18;
    private const int BarHeight = 12;
    private const int BarGap = 8;
    private const int GroupGap = 14;

    // Of a bold and wide font, so that a line fits whatever font is there.
    private const double CapitalWidth = 10.5;
    private const double LetterWidth = 8.2;

    // Bars that differ by more than this would leave some invisible.
    private const double MostForLinear = 30;

    private const string Style = """
        text { font: 13px system-ui, sans-serif; fill: #1f2328 }
        .title { font-weight: 600 }
        .note { fill: #59636e; font-size: 12px }
        .ours { fill: #0969da }
        .other { fill: #8c959f }
        .goal { stroke: #bc4c00; stroke-width: 2 }
        .background { fill: #ffffff }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc }
          .note { fill: #9198a1 }
          .ours { fill: #4493f8 }
          .other { fill: #656c76 }
          .goal { stroke: #f0883e }
          .background { fill: #0d1117 }
        }
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private bool IsLogarithmic => Values.Max() / Values.Min() > MostForLinear;

    private IEnumerable<double> Values => Groups.SelectMany(group => group.Bars.Select(bar => bar.Value).Concat(group.Goals.Select(goal => goal.Value)));

    private static double Span => Width - (2 * Margin);

    /// <summary>The picture in words.</summary>
    internal string Description
    {
        get
        {
            var text = new StringBuilder();
            foreach (BarGroup group in Groups)
            {
                text.Append(group.Title).Append(": ")
                    .AppendJoin(", ", group.Bars.Select(bar => $"{bar.Label} {FigureText.Quantity(bar.Value, Unit)}"));
                text.Append(group.Goals.Count == 0 ? ". " : $"; goal {string.Join(", ", group.Goals)}. ");
            }

            return text.ToString().TrimEnd();
        }
    }

    /// <summary>The picture.</summary>
    internal string ToSvg()
    {
        List<XElement> drawn = [];
        int y = Margin;
        Write(Title, "title");
        foreach (string line in Lines(Question))
        {
            Write(line, "note");
        }

        Write(IsLogarithmic ? $"{Unit}; each step of the same length is the same factor" : Unit, "note");
        foreach (BarGroup group in Groups)
        {
            y += GroupGap;
            foreach (string line in Lines(group.Title))
            {
                Write(line, "title");
            }

            int top = y;
            foreach (Bar bar in group.Bars)
            {
                foreach (string line in Lines($"{bar.Label}: {FigureText.Number(bar.Value)}"))
                {
                    Write(line, "label");
                }

                top = bar == group.Bars[0] ? y : top;
                drawn.Add(new(Svg + "rect", Class(bar.IsOurs ? "ours" : "other"), At("x", Margin), At("y", y + 2), At("width", LengthOf(bar.Value)), At("height", BarHeight), At("rx", 2)));
                y += BarHeight + BarGap;
            }

            foreach (BarGoal goal in group.Goals)
            {
                double x = Margin + LengthOf(goal.Value);
                drawn.Add(new(Svg + "line", Class("goal"), At("x1", x), At("x2", x), At("y1", top - 2), At("y2", top + BarHeight + 6)));
                Write($"goal: {goal}", "note");
            }
        }

        y += Margin;
        var svg = new XElement(
            Svg + "svg",
            At("width", Width), At("height", y), new XAttribute("viewBox", $"0 0 {Width} {y}"), new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title description"),
            new XElement(Svg + "title", new XAttribute("id", "title"), Title),
            new XElement(Svg + "desc", new XAttribute("id", "description"), Description),
            new XElement(Svg + "style", Style),
            new XElement(Svg + "rect", Class("background"), At("width", Width), At("height", y)),
            drawn);
        return svg + "\n";

        void Write(string text, string kind)
        {
            y += LineHeight;
            drawn.Add(new(Svg + "text", Class(kind), At("x", Margin), At("y", y - 4), text));
        }
    }

    private static XAttribute Class(string name) => new("class", name);

    private static XAttribute At(string name, double value) => new(name, value.ToString("0.#", CultureInfo.InvariantCulture));

    private static IEnumerable<string> Lines(string text)
    {
        var line = new StringBuilder();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && WidthOf(line.ToString()) + LetterWidth + WidthOf(word) > Span)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }

    private static double WidthOf(string text) => text.Sum(letter => char.IsUpper(letter) ? CapitalWidth : LetterWidth);

    // The shortest logarithmic bar still has a length: it begins at a power of ten below the smallest value.
    private double LengthOf(double value)
    {
        if (!IsLogarithmic)
        {
            return Span * value / Values.Max();
        }

        double begin = Math.Floor(Math.Log10(Values.Min()) - 0.3);
        return Span * (Math.Log10(value) - begin) / (Math.Log10(Values.Max()) - begin);
    }
}
