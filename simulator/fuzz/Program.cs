using System.CommandLine;
using CardConformance.Fuzz;

// Exit code 1 is for a card that broke a rule, and for nothing else: a defect of the fuzzer itself is not caught.
ParseResult parsed = FuzzCommand.Create().Parse(args);
int code = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
return parsed.Errors.Count > 0 ? 2 : code;
