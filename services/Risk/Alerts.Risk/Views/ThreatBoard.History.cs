using Alerts.Risk.Situations;
using Alerts.Terms;

namespace Alerts.Risk.Views;

// What forecasts rest on: what each incident adds, and for which days history is complete.
public sealed partial class ThreatBoard
{
    /// <summary>Puts back what an incident added to the forecast when it was stored, and remembers of which revision that is.</summary>
    public void Restore(Scope scope, string incidentId, long revision, Contribution? contribution)
    {
        lock (_gate)
        {
            _version++;
            ViewOf(scope).Restore(incidentId, revision, contribution);
        }
    }

    /// <summary>Puts in what a shared incident of an imported data set adds to the forecast, unless that revision or a later one is in. Any order, any repeats.</summary>
    public void ContributeHistoric(string incidentId, long revision, Contribution? contribution)
    {
        lock (_gate)
        {
            _version++;
            ViewOf(Scope.Shared).ContributeHistoric(incidentId, revision, contribution);
        }
    }

    /// <summary>Puts in what an incident adds to the forecast, without judging it.</summary>
    public void Contribute(Scope scope, string incidentId, Contribution? contribution)
    {
        lock (_gate)
        {
            _version++;
            ViewOf(scope).Contribute(incidentId, contribution);
        }
    }

    /// <summary>Says for which days a country's history is complete; spans are joined.</summary>
    /// <returns>The span that counts now.</returns>
    public CountryCover Cover(CountryCover cover)
    {
        lock (_gate)
        {
            if (_cover.TryGetValue(cover.CountryCode, out CountryCover? known))
            {
                cover = cover with
                {
                    From = known.From < cover.From ? known.From : cover.From,
                    Through = known.Through > cover.Through ? known.Through : cover.Through,
                };
            }

            _version++;
            return _cover[cover.CountryCode] = cover;
        }
    }
}
