namespace Alerts.Notify.Situations;

// What some revision of a situation was; once set, set for ever.
[Flags]
internal enum ReachTraits
{
    None = 0,

    // Had no level: fits every minimum.
    Unlevelled = 1,

    // Had no known category: fits every category.
    Uncategorised = 2,

    // Was not an exercise: even who leaves exercises out was told.
    Real = 4,

    // About this system itself: for everybody.
    System = 8,

    // Had no known type of event, as pressure and levels have none: fits every type.
    Untyped = 16,
}
