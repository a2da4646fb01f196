using System.CommandLine;
using System.Runtime.Versioning;
using CardConformance.Soak;

[assembly: SupportedOSPlatform("linux")]

// Exit code 1 is for a reader that failed, and for nothing else: a defect of this program itself is not caught.
ParseResult parsed = SoakCommand.Create().Parse(args);
int code = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
return parsed.Errors.Count > 0 ? 2 : code;
