namespace CardConformance.Harness.Targets;

/// <summary>Where a product is. It is always reached from outside.</summary>
/// <param name="Portal">The portal.</param>
/// <param name="Telephone">The phone application.</param>
/// <param name="Card">Where it asks the browser for a card; <see langword="null"/> when it never does.</param>
/// <param name="Control">Where it lets its time and rules be set; <see langword="null"/> when it does not.</param>
/// <param name="Product">What it says that it is; <see langword="null"/> when it says nothing of the kind.</param>
public sealed record TargetAddresses(Uri Portal, Uri Telephone, Uri? Card = null, Uri? Control = null, TestedProduct? Product = null);
