using Alerts.Notify.Grpc;
using Alerts.Notify.Watches;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Watches;

// What another process does is seen through the store alone.
public sealed class WatchFollowerTests
{
    private readonly WatchChanges _changes = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follow_ChangedAndDeletedByAnotherProcess_TellsThoseWhoFollowThem()
    {
        await using NotifyHost other = await NotifyHost.StartAsync();
        WatchCommands watches = other.Get<WatchCommands>();
        string changed = await CreateAsync(watches), deleted = await CreateAsync(watches), untouched = await CreateAsync(watches);
        WatchFollower follower = FollowerOf(other);
        await follower.FollowAsync(Cancel);
        CancellationToken[] told = [Follow(changed), Follow(deleted), Follow(untouched)];

        await watches.UpdateAsync(new UpdateWatchRequest { Watch = new Alerts.V1.Watch { Name = changed, DisplayName = "North" } }, NotifyHost.Officer, Cancel);
        await watches.DeleteAsync(new DeleteWatchRequest { Name = deleted }, NotifyHost.Officer, Cancel);
        await follower.FollowAsync(Cancel);

        Assert.Equal([true, true, false], told.Select(t => t.IsCancellationRequested));
    }

    [Fact]
    public async Task Follow_FirstRead_TellsEveryStreamThatBeganBeforeIt()
    {
        await using NotifyHost other = await NotifyHost.StartAsync();
        CancellationToken told = Follow(await CreateAsync(other.Get<WatchCommands>()));

        await FollowerOf(other).FollowAsync(Cancel);

        Assert.True(told.IsCancellationRequested);
    }

    [Fact]
    public async Task Follow_AfterAnHourOfStandstill_TakesWhatWasForgottenForAChangeOfAll()
    {
        await using NotifyHost other = await NotifyHost.StartAsync();
        WatchCommands watches = other.Get<WatchCommands>();
        string changed = await CreateAsync(watches), untouched = await CreateAsync(watches);
        WatchFollower follower = FollowerOf(other);
        await follower.FollowAsync(Cancel);
        CancellationToken told = Follow(untouched);

        for (int hour = 0; hour < 4; hour++)
        {
            await watches.UpdateAsync(new UpdateWatchRequest { Watch = new Alerts.V1.Watch { Name = changed, DisplayName = $"{hour}" } }, NotifyHost.Officer, Cancel);
            other.Time.Advance(TimeSpan.FromMinutes(61));
        }

        await follower.FollowAsync(Cancel);

        Assert.True(told.IsCancellationRequested);
    }

    private static async Task<string> CreateAsync(WatchCommands watches) =>
        (await watches.CreateAsync(new CreateWatchRequest { Watch = new Alerts.V1.Watch() }, NotifyHost.Officer, Cancel)).Watch.Name;

    private CancellationToken Follow(string name) => _changes.Follow(name[(name.LastIndexOf('/') + 1)..]);

    private WatchFollower FollowerOf(NotifyHost host) => new(host.Get<IWatchReader>(), _changes, host.Time);
}
