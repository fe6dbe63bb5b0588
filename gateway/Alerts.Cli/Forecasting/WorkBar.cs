using Spectre.Console;

namespace Alerts.Cli.Forecasting;

// A bar on the error stream while something long runs; nothing when a program reads along.
internal static class WorkBar
{
    public static T Follow<T>(Shell shell, string title, Func<IProgress<double>, T> work)
    {
        if (shell.Json || !shell.ErrorConsole.Profile.Out.IsTerminal) return work(new Silent());
        return shell.ErrorConsole.Progress().Start(context =>
        {
            ProgressTask bar = context.AddTask(title, maxValue: 1);
            return work(new Bar(bar));
        });
    }

    private sealed class Silent : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
