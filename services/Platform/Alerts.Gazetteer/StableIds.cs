using System.Text;

namespace Alerts.Gazetteer;

/// <summary>Ids made of names: the same name has the same id for ever, unless another one took it first.</summary>
internal static class StableIds
{
    /// <summary>The id of a name, at least <paramref name="first"/> and less than <paramref name="first"/> + <paramref name="range"/>.</summary>
    /// <param name="name">What tells it from all others of the range.</param>
    /// <param name="first">First id of the range.</param>
    /// <param name="range">How many ids there are; more than are ever taken.</param>
    /// <param name="taken">Ids that others have; the next free one is given, and added.</param>
    public static int Of(string name, int first, int range, ISet<int> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        // FNV-1a, 64 bits: offset basis and prime as published by its authors.
        ulong hash = 14695981039346656037;
        foreach (byte b in Encoding.UTF8.GetBytes(name)) hash = (hash ^ b) * 1099511628211;
        int offset = (int)(hash % (ulong)range);
        while (!taken.Add(first + offset)) offset = (offset + 1) % range;
        return first + offset;
    }
}
