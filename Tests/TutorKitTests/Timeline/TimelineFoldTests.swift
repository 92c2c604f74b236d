import ConcurrencyKit
import Testing

@testable import TutorKit

@Suite struct TimelineFoldTests {
    private func lines(_ trace: [TraceEvent], all: Bool = false) -> [String] {
        TimelineFold(TimelineOutline(Timeline(trace: trace)), all: all).items.map { item in
            switch item {
            case .row(let row): String(repeating: " ", count: row.depth) + row.shownName(TimelineTime(clock: .virtual))
            case .rest(let rest):
                String(repeating: " ", count: rest.depth) + "... " + rest.words(TimelineTime(clock: .virtual))
            }
        }
    }

    @Test func ofSiblingsOfOneShapeTheFirstAreShown() {
        let shown = lines(Stories.crowd(99))
        #expect(shown.count == 20)
        #expect(shown.last == " ... 81 more fetch-*: 70 returned, 11 threw, 0-138 ms")
    }

    @Test func whatIsAskedForIsShown() { #expect(lines(Stories.crowd(99), all: true).count == 100) }

    @Test func anOddOneAmongThemIsNeverLeftOut() {
        var story = TraceScript()
        story.begin(1, "Task-1")
        for child in 2..<32 { story.create(child, "fetch-\(child)", parent: 1) }
        story.create(32, "writer", parent: 1)
        for child in 33..<63 { story.create(child, "fetch-\(child)", parent: 1) }
        let shown = lines(story.events)
        #expect(shown.count <= 20)
        #expect(shown.contains(" writer"))
        #expect(shown.filter { $0.contains("more fetch-*") }.count == 2)
    }

    @Test func childrenAreFoldedWithTheirParents() {
        var story = TraceScript()
        story.begin(1, "Task-1")
        for child in 0..<30 {
            story.create(10 + child * 2, "worker \(child)", parent: 1)
            story.create(11 + child * 2, "download", parent: 10 + child * 2)
        }
        let shown = lines(story.events)
        #expect(shown.last?.hasPrefix(" ... 21 more worker *".dropLast()) ?? false, "\(shown)")
        #expect(shown.last?.contains("(42 tasks)") ?? false, "\(shown)")
    }

    @Test(arguments: [
        ("fetch-7", "fetch-*"), ("fetch-A", "fetch-*"), ("Task-12", "Task-*"), ("worker3", "worker*"),
        ("plan b", "plan *"),
        ("alpha", "alpha"), ("a", "a"), ("", ""),
    ])
    func namesHaveAStem(name: String, stem: String) { #expect(NameStem.of(name) == stem) }
}
