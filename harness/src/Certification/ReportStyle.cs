namespace CardConformance.Harness.Certification;

/// <summary>What the report looks like: light or dark as the reader's machine is, wide or narrow.</summary>
/// <remarks>Without &lt;, &gt; and &amp;: XML would escape them, and HTML does not undo that inside a style.</remarks>
internal static class ReportStyle
{
    internal const string Css =
        """
        :root { color-scheme: light dark; --text: #1c1c28; --back: #f4f6fb; --card: #fff; --line: #c9cfdd; --good: #0b6b36; --bad: #a11220; --accent: #1b3a8c; --quiet: #555; }
        @media (prefers-color-scheme: dark) { :root { --text: #e8e9f0; --back: #14161f; --card: #1f2230; --line: #454b60; --good: #5fd394; --bad: #ff8a94; --accent: #9db7ff; --quiet: #b0b4c4; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 70rem; padding: 1rem 1.5rem 3rem; font: 1rem/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--text); background: var(--back); }
        a { color: var(--accent); }
        h1, h2, h3 { line-height: 1.2; }
        h2 { margin-top: 2.2rem; }
        .verdict { display: inline-block; margin: 0; padding: .4rem 1.4rem; border-radius: .5rem; border: 3px solid var(--bad); color: var(--bad); font-size: 1.8rem; font-weight: 800; }
        .verdict.Conforming { border-color: var(--good); color: var(--good); }
        dl { display: flex; flex-wrap: wrap; gap: .4rem 2.2rem; margin: 0; }
        dt { color: var(--quiet); font-size: .85rem; }
        dd { margin: 0; }
        table { border-collapse: collapse; }
        .requirements { width: 100%; background: var(--card); }
        th, td { padding: .35rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
        .badge { font-weight: 700; white-space: nowrap; }
        .badge.passed { color: var(--good); }
        .badge.failed { color: var(--bad); }
        .scenario { margin: .6rem 0; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
        summary { cursor: pointer; }
        .time { float: right; color: var(--quiet); font-size: .85rem; }
        .scenario ol { padding-left: 1.4rem; }
        li.failed p:first-child { color: var(--bad); }
        .pictures { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
        figure { margin: 0 0 .8rem; }
        figure img { display: block; width: 100%; border: 1px solid var(--line); border-radius: .3rem; }
        figure.wide { width: 25rem; max-width: 100%; }
        figure.tall { width: 10rem; }
        figcaption { color: var(--quiet); font-size: .85rem; }
        pre { overflow-x: auto; padding: .6rem; border-left: .3rem solid var(--bad); background: var(--back); white-space: pre-wrap; }
        .remark { color: var(--quiet); }
        .exchanges { margin-bottom: .8rem; overflow-x: auto; font-size: .85rem; }
        .exchanges td { padding: .1rem .6rem; }
        .exchanges td:not(:last-child) { white-space: nowrap; }
        .exchanges code { display: block; padding-left: 1.5em; text-indent: -1.5em; overflow-wrap: anywhere; }
        .files { font-size: .85rem; color: var(--quiet); }
        td small { display: block; color: var(--quiet); }
        dd { overflow-wrap: anywhere; }
        @media (max-width: 40rem) {
          body { padding: .8rem .8rem 2rem; }
          th, td { padding: .35rem .3rem; }
          .scenario { padding: .5rem .7rem; }
          .exchanges td { display: inline-block; padding: .1rem .6rem .1rem 0; border: 0; }
          .exchanges td:last-child { display: block; }
        }
        """;
}
