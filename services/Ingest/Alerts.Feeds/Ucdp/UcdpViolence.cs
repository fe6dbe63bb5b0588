namespace Alerts.Feeds.Ucdp;

// UCDP's three types of organised violence.
internal enum UcdpViolence
{
    StateBased = 1,
    NonState = 2,
    OneSided = 3,
}
