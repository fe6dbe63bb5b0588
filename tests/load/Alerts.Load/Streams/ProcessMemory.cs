namespace Alerts.Load.Streams;

/// <summary>Resident memory of a process, from proc(5).</summary>
internal static class ProcessMemory
{
    /// <summary>Bytes.</summary>
    public static long ResidentBytes(int id) => long.Parse(
        File.ReadLines($"/proc/{id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
}
