using System.Runtime.InteropServices;

namespace Alerts.Forecast.Recalibration;

// What the fold remembers of each city of a country for one horizon: the logits that wait for their outcome, with their bends, how many outcomes came true,
// and the decayed squared errors of the forecast and of the long-term rate. One flat array, so that it can be kept and put back at once.
internal sealed class CityRecords(int cities, int lag)
{
    // Half-life of the comparison with the long-term rate, days.
    private const double SkillHalfLifeDays = 730;

    // What the long-term rate must be ahead by, in squared error, before a forecast counts as without skill.
    private const double Margin = 0.5;

    // The long-term rate of a city is shrunk to that of its country with the weight of this many outcomes, and that of a country to
    // five in a hundred with the weight of a hundred.
    private const double CityPrior = 60;
    private const double CountryPrior = 100;
    private const double CountryPriorRate = 0.05;
    private const int Fields = 3;

    private static readonly double Kept = double.Exp2(-Weeks.Days / SkillHalfLifeDays);

    private double[] _values = new double[cities * ((2 * lag) + Fields)];
    private double _countryHits;
    private int _resolved;

    public double Logit(int city, int step) => _values[Waiting(city, step)];

    public double Bend(int city, int step) => _values[Waiting(city, step) + 1];

    public void Wait(int city, int step, double logit, double bend)
    {
        int at = Waiting(city, step);
        _values[at] = logit;
        _values[at + 1] = bend;
    }

    // Before any city of a step is resolved.
    public double CountryRate() => (_countryHits + (CountryPrior * CountryPriorRate)) / (((double)_resolved * cities) + CountryPrior);

    public double LongTermRate(int city, double countryRate) => (_values[At(city)] + (CityPrior * countryRate)) / (_resolved + CityPrior);

    public void Resolve(int city, double forecast, double longTermRate, bool outcome)
    {
        int at = At(city);
        double truth = outcome ? 1 : 0;
        _values[at] += truth;
        _countryHits += truth;
        _values[at + 1] = (_values[at + 1] * Kept) + ((forecast - truth) * (forecast - truth));
        _values[at + 2] = (_values[at + 2] * Kept) + ((longTermRate - truth) * (longTermRate - truth));
    }

    // After all cities of a step are resolved.
    public void EndStep() => _resolved++;

    public double? Skill(int city)
    {
        int at = At(city);
        return _resolved == 0 ? null : Skill(_values[at + 1], _values[at + 2]);
    }

    public double? CountrySkill()
    {
        if (_resolved == 0) return null;
        (double forecast, double longTerm) = (0, 0);
        for (int city = 0; city < cities; city++)
        {
            forecast += _values[At(city) + 1];
            longTerm += _values[At(city) + 2];
        }

        return Skill(forecast, longTerm);
    }

    public CityRecords Copy()
    {
        var copy = (CityRecords)MemberwiseClone();
        copy._values = [.. _values];
        return copy;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(_countryHits);
        to.Write(_resolved);
        to.Write(MemoryMarshal.AsBytes(_values.AsSpan()));
    }

    public void Read(BinaryReader from)
    {
        _countryHits = from.ReadDouble();
        _resolved = from.ReadInt32();
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_values.AsSpan()));
    }

    private static double Skill(double forecast, double longTerm) => 1 - (forecast / (longTerm + Margin));

    private int At(int city) => city * ((2 * lag) + Fields);

    private int Waiting(int city, int step) => At(city) + Fields + (2 * (step % lag));
}
