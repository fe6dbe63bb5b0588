using Xunit;

namespace Alerts.Tests.Unit;

/// <summary>Facts that weigh the whole process, or take all its processors, so that none may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
