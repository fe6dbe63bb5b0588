namespace Alerts.Forecast.Ledger;

// What a ledger says of its own state, and how it learns apart from questions.
public sealed partial class EventLedger
{
    /// <summary>
    /// A number that stands for everything that a forecast of a city at an instant rests on: as long as it is the same, so is the forecast, to the last bit. What happens on later days does not
    /// move it.
    /// </summary>
    /// <param name="geonameId">A city of the ledger.</param>
    /// <param name="at">The instant.</param>
    /// <param name="utcOffset">How far the city's clocks are ahead of UTC at that instant.</param>
    /// <exception cref="KeyNotFoundException">The ledger does not have the city.</exception>
    public long ChangesUpTo(int geonameId, DateTimeOffset at, TimeSpan utcOffset)
    {
        int index = IndexOf(geonameId);
        lock (_gate)
        {
            Follow();
            return _series.ChangesUpTo(index, Moment.Of(at, utcOffset).Day) + _taught.RevisionOf(index);
        }
    }

    /// <summary>Whether this view has, around a city, anything else than its parent; false for a ledger without one.</summary>
    /// <param name="geonameId">A city of the ledger.</param>
    /// <exception cref="KeyNotFoundException">The ledger does not have the city.</exception>
    public bool Differs(int geonameId)
    {
        int index = IndexOf(geonameId);
        lock (_gate)
        {
            Follow();
            return _series is OverlaySeries over && over.Differs(index);
        }
    }

    /// <summary>
    /// Goes on, for a few milliseconds, with folding what past forecasts of a city's country have taught up to an instant. Whenever it is stopped, the next call goes on from there; what it
    /// gives is the same to the last bit as if it had never been.
    /// </summary>
    /// <param name="geonameId">A city of the country.</param>
    /// <param name="at">The instant.</param>
    /// <param name="utcOffset">How far the city's clocks are ahead of UTC at that instant.</param>
    /// <returns>Whether there was anything to do.</returns>
    /// <exception cref="KeyNotFoundException">The ledger does not have the city.</exception>
    public bool Learn(int geonameId, DateTimeOffset at, TimeSpan utcOffset)
    {
        int index = IndexOf(geonameId);
        lock (_gate) return _taught.Work(index, Moment.Of(at, utcOffset).Day);
    }

    /// <summary>
    /// Gives what <see cref="TakeLearnt"/> gave at an earlier start. It is taken when <see cref="Learn"/> comes to the country, if it was learnt with the same parameters by the same program over the
    /// same past, and left aside otherwise: what is said is the same to the last bit either way.
    /// </summary>
    /// <param name="geonameId">A city of the country.</param>
    /// <param name="state">The bytes.</param>
    /// <exception cref="KeyNotFoundException">The ledger does not have the city.</exception>
    public void OfferLearnt(int geonameId, byte[] state)
    {
        int index = IndexOf(geonameId);
        lock (_gate) _taught.Offer(index, state);
    }

    /// <summary>What past forecasts of a city's country have taught up to an instant, to be kept for the next start.</summary>
    /// <returns>Null while it is not folded as a whole, and when it is what was given or taken before. Some 200 bytes a city and 30 for every week of history.</returns>
    /// <inheritdoc cref="Learn"/>
    public byte[]? TakeLearnt(int geonameId, DateTimeOffset at, TimeSpan utcOffset)
    {
        int index = IndexOf(geonameId);
        lock (_gate) return _taught.Save(index, Moment.Of(at, utcOffset).Day);
    }
}
