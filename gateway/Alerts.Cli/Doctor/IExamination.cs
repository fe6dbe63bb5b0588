namespace Alerts.Cli.Doctor;

// Looks at one part of a deployment and changes nothing. What cannot be reached is a finding, not an exception.
internal interface IExamination
{
    // Of the part, for people and programs: one word.
    string Part { get; }

    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation);
}
