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
        body { margin: 0 auto; max-width: 70rem; padding: 1rem 1.5rem 3rem; font: 1rem/1.5 system-ui, "DejaVu Sans", sans-serif; overflow-wrap: break-word; color: var(--text); background: var(--back); }
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
        .views a { margin-right: 1rem; }
        .filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 0 0 1rem; padding: .4rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
        .filter legend { float: left; padding: 0; color: var(--quiet); }
        .filter label { white-space: nowrap; }
        .timeline { list-style: none; margin: .8rem 0; padding: 0; }
        .timeline li { display: grid; grid-template-columns: 5.5rem 7.5rem 1fr; gap: 0 .6rem; padding: .15rem 0; }
        .timeline li.step { margin-top: .6rem; border-top: 1px solid var(--line); padding-top: .4rem; }
        .timeline li.step .kind { font-weight: 700; }
        .timeline p { margin: 0; }
        .timeline .offset { color: var(--quiet); font-size: .85rem; font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
        .timeline .kind { font-size: .85rem; }
        .timeline div { min-width: 0; }
        .timeline code { overflow-wrap: anywhere; }
        .timeline h4 { margin: .3rem 0; }
        .compared { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; padding: .2rem .8rem; border-left: .3rem solid var(--bad); background: var(--back); }
        .timeline li.failed p:first-child { color: var(--bad); }
        .compared p { color: var(--text); overflow-wrap: anywhere; }
        body:has(#show-screen:not(:checked)) .timeline .screen, body:has(#show-page:not(:checked)) .timeline .page, body:has(#show-wallet:not(:checked)) .timeline .wallet,
        body:has(#show-mail:not(:checked)) .timeline .mail, body:has(#show-sms:not(:checked)) .timeline .sms, body:has(#show-card:not(:checked)) .timeline .card,
        body:has(#show-note:not(:checked)) .timeline .note { display: none; }
        figure { margin: 0 0 .8rem; }
        figure img { display: block; width: 100%; border: 1px solid var(--line); border-radius: .3rem; }
        figure.wide { width: 25rem; max-width: 100%; }
        figure.tall { width: 10rem; }
        figcaption { color: var(--quiet); font-size: .85rem; }
        pre { overflow-wrap: anywhere; padding: .6rem; border-left: .3rem solid var(--bad); background: var(--back); white-space: pre-wrap; }
        .remark { color: var(--quiet); }
        .exchanges { font-size: .85rem; }
        .exchanges td { padding: .1rem .6rem; }
        .exchanges td:not(:last-child) { white-space: nowrap; }
        .exchanges code { display: block; padding-left: 1.5em; text-indent: -1.5em; overflow-wrap: anywhere; }
        .files { font-size: .85rem; color: var(--quiet); }
        td small { display: block; color: var(--quiet); }
        dt, dd, p, li { overflow-wrap: anywhere; }
        dl div { min-width: 0; }
        @media (max-width: 40rem) {
          body { padding: .8rem .8rem 2rem; }
          th, td { padding: .35rem .3rem; }
          .scenario { padding: .5rem .7rem; }
          .timeline li { grid-template-columns: 5.5rem 1fr; }
          .timeline .offset { text-align: left; }
          .timeline li div { grid-column: 1 / -1; padding-left: .8rem; }
          .timeline li div div { padding-left: 0; }
          .timeline li div.compared { padding: .2rem .8rem; }
          .compared { grid-template-columns: 1fr; }
          .filter { position: static; }
          .exchanges td { display: inline-block; padding: .1rem .6rem .1rem 0; border: 0; }
          .exchanges td:last-child { display: block; }
        }
        @media print {
          body { max-width: none; padding: 0; background: #fff; }
          .filter, .views { display: none; }
          section, tr, figure { break-inside: avoid; }
          section:has(details), section:has(table) { break-inside: auto; }
        }
        """;
}
