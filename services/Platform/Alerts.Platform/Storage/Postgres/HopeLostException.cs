namespace Alerts.Platform.Storage.Postgres;

// A transaction without savepoints is for nothing, since something in it failed alone: its units are to be done again, carefully. It passes for
// the store's failure, so that no unit takes it for its own and goes on.
internal sealed class HopeLostException(Exception cause) : StoreUnavailableException("A part of a transaction without savepoints failed.", cause);
