using Spectre.Console;

namespace Alerts.Cli.Rendering;

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

    public static async Task<T> FollowAsync<T>(Shell shell, string title, Func<IProgress<double>, Task<T>> work)
    {
        if (shell.Json || !shell.ErrorConsole.Profile.Out.IsTerminal) return await work(new Silent());
        return await shell.ErrorConsole.Progress().StartAsync(context => work(new Bar(context.AddTask(title, maxValue: 1))));
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
