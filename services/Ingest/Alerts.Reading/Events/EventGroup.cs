namespace Alerts.Reading.Events;

// Events that may be two tellings of one. Fire and loot go with the violence they came with.
internal enum EventGroup
{
    Violence,
    Abduction,
    Property,
    Unrest,
    Arrest,
    Weapons,
    Crime,
    Access,
    Release,
    Threat,
    Hazard,
}
