namespace Alerts.Notify.Watches;

// Temporary quiet: from Start to before End, by the domain's clock.
internal readonly record struct Silence(DateTimeOffset Start, DateTimeOffset End)
{
    public DateTimeOffset? EndAt(DateTimeOffset now) => now >= Start && now < End ? End : null;
}
