import LessonKit
import Testing

struct SuggestionTests {
    private static let names = ["gather", "timeouts", "shielding", "run", "quit", "help"]

    @Test(arguments: [
        ("gathr", "gather"), ("Gahter", "gather"), ("timeuots", "timeouts"), ("rn", "run"), ("qiut", "quit"),
        ("hlep", "help"),
        ("sheilding", "shielding"),
    ])
    func aSlipOfTheFingerIsUnderstood(written: String, meant: String) {
        #expect(Suggestion.nearest(to: written, among: Self.names) == meant)
        #expect(Suggestion.clause(for: written, among: Self.names) == "; did you mean '\(meant)'?")
    }

    @Test(arguments: ["", "x", "r", "zzzzz", "coroutines", String(repeating: "gather", count: 10_000)])
    func whatIsFarFromEveryNameHasNoSuggestion(_ written: String) {
        #expect(Suggestion.nearest(to: written, among: Self.names) == nil)
        #expect(Suggestion.clause(for: written, among: Self.names).isEmpty)
    }

    @Test func ofEquallyNearNamesTheFirstIsTaken() {
        #expect(Suggestion.nearest(to: "bat", among: ["cat", "rat"]) == "cat")
    }
}
