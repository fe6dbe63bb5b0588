namespace Alerts.Reading.Lexicons;

// How a trigger ties its doer and its target to it.
internal enum TriggerForm
{
    // "attacked": doer before it, target after it; the other way round in the passive.
    Verb,

    // The same, and the target is dead.
    Kill,

    // "attack": target behind "on" or "of", doer before it or behind "by".
    Noun,

    // "murder": the same, and the target is dead.
    KillNoun,

    // "hit a mine": the target before it.
    Victim,

    // "bomb exploded": tells that it happened, ties nobody.
    Event,
}
