namespace Alerts.Reading.Lexicons;

// What a lexicon entry is: one for each file of a language.
internal enum Sort
{
    Trigger,
    Harm,
    Person,
    Thing,
    Role,
    Actor,
    Cue,
    Grammar,
}
