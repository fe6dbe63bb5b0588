using Alerts.Gazetteer;
using Alerts.Load;
using Alerts.Load.Streams;

const string Usage = "Alerts.Load [all] [accept] [alert] [import] [subscribers] [split | split-paced | split-loop | split-accept | split-gateway] [stream | fan-out | burst | stuck | replay | catch-up | last] [--runs N] [--json]";
if (args is ["echo"])
{
    await EchoFloor.ServeAsync();
    return 0;
}

if (args is ["fan", var kind, var place])
{
    await FanServer.ServeAsync(kind, place);
    return 0;
}

int at = Array.IndexOf(args, "--runs");
int times = 1;
string[] sections = [.. args.Where((a, i) => !a.StartsWith('-') && (at < 0 || i != at + 1))];
string[] known = ["accept", "alert", "import", "subscribers", SplitLoad.All, .. StreamLoad.Parts];
if (sections is [] or ["all"])
    sections = known;
sections = [.. sections.SelectMany(section => section == StreamLoad.All ? StreamLoad.Parts : [section])];
if (sections.Except([.. known, .. SplitLoad.Single]).Any() || args.Any(a => a.StartsWith('-') && a is not ("--runs" or "--json"))
    || (at >= 0 && !(int.TryParse(args.ElementAtOrDefault(at + 1), out times) && times > 0)))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

string before = Summary.LoadAverage();
var reports = new Reports(PlaceIndex.Load(), TimeProvider.System);
var runs = new List<IReadOnlyList<Figure>>();
for (int run = 0; run < times; run++)
{
    string folder = Directory.CreateTempSubdirectory("alerts-load-").FullName;
    try
    {
        var figures = new List<Figure>();
        foreach (string section in sections)
        {
            Console.Error.WriteLine($"run {run + 1} of {times}: {section} ...");
            figures.AddRange(section switch
            {
                "accept" => await AcceptLoad.RunAsync(folder, reports),
                "alert" => await AlertLoad.RunAsync(folder, reports),
                "import" => await ImportLoad.RunAsync(folder, reports),
                "subscribers" => await SubscriberLoad.RunAsync(folder),
                _ when section.StartsWith(SplitLoad.All, StringComparison.Ordinal) => await SplitLoad.RunAsync(section, folder, reports),
                _ => await StreamLoad.RunAsync(section, folder, reports),
            });
        }

        runs.Add(figures);
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

var summary = new Summary(runs, before, Summary.LoadAverage());
if (args.Contains("--json"))
    summary.WriteJson();
else
    summary.WriteTable();
return 0;
