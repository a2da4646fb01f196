namespace CardConformance.Harness.Certification;

/// <summary>What the atlas needs beyond the report's style.</summary>
internal static class AtlasStyle
{
    internal const string Css =
        """
        .contents { columns: 18rem; padding-left: 1.2rem; }
        .screen { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin: 1rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); scroll-margin-top: 1rem; }
        .screen:target { border: 2px solid var(--accent); }
        .screen figure { margin: 0; flex: none; }
        .screen figure.wide { width: 26rem; max-width: 100%; }
        .screen figure.tall { width: 14rem; max-width: 100%; }
        .screen .words { flex: 1 1 20rem; min-width: 0; }
        .screen h3 { margin-top: 0; }
        .screen dl { display: block; }
        .screen dl div { margin-bottom: .6rem; }
        .screen ul { margin: 0; padding-left: 1.2rem; }
        .missing h2, .missing strong { color: var(--bad); }
        .missing { padding: 0 1rem 1rem; border: 2px solid var(--bad); border-radius: .5rem; background: var(--card); }
        """;
}
