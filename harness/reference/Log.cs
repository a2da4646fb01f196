using CardConformance.Reference.Login;

namespace CardConformance.Reference;

/// <summary>What the reference writes to its log. Never a code, a password or a ticket.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Card accepted, certificate {SerialNumber}")]
    internal static partial void CardAccepted(ILogger log, string serialNumber);

    [LoggerMessage(Level = LogLevel.Information, Message = "Card refused: {Reason}, certificate {SerialNumber}")]
    internal static partial void CardRefused(ILogger log, LoginFailure reason, string serialNumber);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This reference is defective on order: {Defect}")]
    internal static partial void DefectSeeded(ILogger log, string defect);

    [LoggerMessage(Level = LogLevel.Error, Message = "Back end failed, reference {Reference}: {Problem}")]
    internal static partial void BackEndFailed(ILogger log, string reference, string problem);
}
