using System.Runtime.InteropServices;

namespace CardConformance.Harness.Pcsc;

/// <summary>Sets environment variables for native libraries in this process too.</summary>
/// <remarks>
/// On Linux, <see cref="Environment.SetEnvironmentVariable(string, string?)"/> changes .NET's copy only, which child processes
/// inherit; libpcsclite asks the C library. The C library's function is not safe while other threads read variables: call this
/// at the start of a program or test run.
/// </remarks>
public static partial class NativeEnvironment
{
    /// <summary>Sets a variable for this process and for those it starts.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public static void Set(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        if (SetEnv(name, value, 1) != 0)
        {
            throw new InvalidOperationException($"setenv({name}) failed");
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnv(string name, string value, int overwrite);
}
