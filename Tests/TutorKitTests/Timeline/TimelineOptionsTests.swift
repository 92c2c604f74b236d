import Testing

@testable import TutorKit

@Suite struct TimelineOptionsTests {
    private func complaint(_ body: () throws -> Void) -> String {
        do { try body() } catch { return "\(error)" }
        return ""
    }

    @Test func aFormAndItsFileAreRead() throws {
        #expect(try TimelineOptions("").view == TimelineView())
        #expect(try TimelineOptions(" --steps --all").view == TimelineView(.steps, all: true))
        let picture = try TimelineOptions("--svg my picture.svg --all")
        #expect(picture.view == TimelineView(.svg, all: true) && picture.file == "my picture.svg")
    }

    @Test(arguments: [
        ("--stpes", "unknown option '--stpes'; did you mean '--steps'?"),
        ("steps", "no idea what to do with 'steps'"), ("--svg", "--svg needs the name of a file"),
        ("--text --csv", "one form at a time"), ("--text file", "'--text' takes nothing after it; found 'file'"),
    ])
    func whatCannotBeIsSaid(_ line: String, _ words: String) {
        #expect(complaint { _ = try TimelineOptions(line) }.hasPrefix(words))
    }

    @Test func anInstantIsATimeOrAStep() throws {
        #expect(try TreeOptions("").view == TimelineView(.tree(.end)))
        #expect(try TreeOptions("--at 150ms").view == TimelineView(.tree(.time(150_000_000))))
        #expect(try TreeOptions("--at 1.5 s --all").view == TimelineView(.tree(.time(1_500_000_000)), all: true))
        #expect(try TreeOptions("--at 20").view == TimelineView(.tree(.time(20_000_000))))
        #expect(try TreeOptions("--step 6").view == TimelineView(.tree(.step(6))))
        for line in ["--at", "--at soon", "--at -1", "--at 1e99 s", "--step 0", "--step x", "150ms"] {
            #expect(!complaint { _ = try TreeOptions(line) }.isEmpty, "\(line)")
        }
    }

    @Test func comparingNeedsTwoRuns() throws {
        #expect(try CompareOptions("sequential demo").demos == ["sequential", "demo"])
        #expect(try CompareOptions("--seed 1 --seed 2 --text").seeds == [1, 2])
        #expect(try CompareOptions("demo --seed 7").seeds == [7])
        for line in [
            "", "demo", "a b c", "a b --seed 1", "--seed 1 --seed 2 --seed 3", "--seed", "--seed -1", "--seeed 1",
        ] {
            #expect(!complaint { _ = try CompareOptions(line) }.isEmpty, "\(line)")
        }
    }
}
