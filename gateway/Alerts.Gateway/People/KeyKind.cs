namespace Alerts.Gateway.People;

// What signs in with a key. The numbers are those of the contract and of the store.
internal enum KeyKind
{
    Browser = 1,
    Device = 2,
    Program = 3,
}
