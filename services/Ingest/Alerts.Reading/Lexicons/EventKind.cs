using Alerts.Terms;

namespace Alerts.Reading.Lexicons;

// A type that a trigger stands for. Order is its line in the lexicon: the lower one wins.
internal sealed record EventKind(SubEventType? Sub, LocalType? Local, int Order)
{
    public TypeFamily Family => Sub is { } sub ? EventTypes.FamilyOf(sub) : EventTypes.FamilyOf(Local!.Value);
}
