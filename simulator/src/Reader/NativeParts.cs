namespace CardConformance.Simulator.Reader;

/// <summary>The parts written in C, which the build puts beside the assembly.</summary>
internal static class NativeParts
{
    /// <summary>The driver that pcscd loads.</summary>
    internal static string Driver => Find("libifdcardconformance.so");

    /// <summary>The program that ends a child with its parent.</summary>
    internal static string Supervise => Find("supervise");

    private static string Find(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"{path} is missing: it is built when gcc and libpcsclite-dev are installed. Run \"./run-tests.sh setup\", then build again.",
                path);
    }
}
