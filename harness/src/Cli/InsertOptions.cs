namespace CardConformance.Harness.Cli;

/// <summary>What <c>card insert</c> was told about a card that is made here.</summary>
/// <param name="State">Where it keeps what it remembers.</param>
/// <param name="RevocationList">Address in its certificates.</param>
/// <param name="RevocationListFile">Where to write the list that belongs there.</param>
internal sealed record InsertOptions(FileInfo? State, Uri? RevocationList, FileInfo? RevocationListFile);
