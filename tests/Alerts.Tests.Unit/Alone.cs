using Xunit;

namespace Alerts.Tests.Unit;

/// <summary>Facts that weigh the whole process, so that none beside them may fill its memory.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
