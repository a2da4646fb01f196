using FsCheck;
using FsCheck.Fluent;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>Tries a property with many values. What breaks it is made as small as possible and fails the test.</summary>
internal static class Always
{
    /// <summary>Tries it.</summary>
    /// <param name="values">For all of these.</param>
    /// <param name="holds">This holds.</param>
    /// <param name="times">So many of them.</param>
    internal static void Holds<T>(Arbitrary<T> values, Func<T, bool> holds, int times = 500) =>
        Prop.ForAll(values, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true));

    /// <inheritdoc cref="Holds{T}(Arbitrary{T}, Func{T, bool}, int)"/>
    internal static void Holds<T>(Gen<T> values, Func<T, bool> holds, int times = 500) => Holds(values.ToArbitrary(), holds, times);
}
