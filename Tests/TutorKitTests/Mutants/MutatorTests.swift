import Testing

@testable import TutorKit

@Suite struct MutatorTests {
    /// Each line, and what becomes of it.
    @Test(arguments: [
        ("    task.cancel()", ["drop-cancel: gone"]),
        ("    tasks[0].cancel(\"enough\")", ["drop-cancel: gone"]),
        (
            "    try await tidyUp()",
            ["drop-wait: gone", "ignore-error: try? await tidyUp()"]
        ),
        ("    throw error", ["drop-throw: gone"]),
        ("    self.running += 1", ["drop-statement: gone"]),
        ("    texts[index] = page", ["drop-statement: gone"]),
        ("        try? file.close()", ["drop-statement: gone"]),
        ("    waiting.append(bell)", ["drop-statement: gone"]),
        (
            "    return try await shield(task).value",
            [
                "remove-shield: return try await unshielded(task).value",
                "ignore-error: return try? await shield(task).value",
            ]
        ),
        ("    defer { file.close() }", ["drop-defer: gone"]),
        (
            "    return try await gatherResults(all)",
            [
                "ignore-error: return try? await gatherResults(all)",
                "gather-in-a-loop: return try await oneByOneResults(all)",
                "gather-throws: return try await gather(all)",
            ]
        ),
        (
            "    let text = try await timeout(.seconds(2)) {",
            [
                "ignore-error: let text = try? await timeout(.seconds(2)) {",
                "remove-timeout: let text = try await withoutLimit {",
            ]
        ),
        (
            "    let page = try await sleep(for: .seconds(2), returning: page)",
            [
                "ignore-error: let page = try? await sleep(for: .seconds(2), returning: page)",
                "shorten-sleep: let page = try await sleep(for: .zero, returning: page)",
            ]
        ),
        (
            "    let page = createTask(name: name(of: page)) { try await fetch() }",
            [
                "ignore-error: let page = createTask(name: name(of: page)) { try? await fetch() }",
                "start-late: let page = Coroutine { try await fetch() }",
            ]
        ),
        (
            "    _ = try await wait(for: all, until: .firstCompleted)",
            [
                "drop-wait: gone", "ignore-error: _ = try? await wait(for: all, until: .firstCompleted)",
                "wait-for-others: _ = try await wait(for: all, until: .allCompleted)",
            ]
        ),
        (
            "    let next = isOpen || !isFull ? last + 1 : first",
            [
                "and-or: let next = isOpen && !isFull ? last + 1 : first",
                "off-by-one: let next = isOpen || !isFull ? last : first",
            ]
        ),
        ("    isOpen = true", ["drop-statement: gone", "flip-literal: isOpen = false"]),
        ("    let most = max(first, second)", ["swap-arguments: let most = max(second, first)"]),
        (
            "    if count < limit {",
            ["negate-condition: if !(count < limit) {", "shift-limit: if count <= limit {"]
        ),
        ("    guard isOpen else { return nil }", ["negate-condition: guard !(isOpen) else { return nil }"]),
        ("    while !queue.isEmpty {", ["negate-condition: while !(!queue.isEmpty) {"]),
        // Nothing to be done wrongly.
        ("    if let error {", []), ("    // if a < b {", []), ("import ConcurrencyKit", []), ("", []), ("    }", []),
        ("    same(page, page)", []), ("    let bell = all.first", []), ("    texts.forEach { text in", []),
    ])
    func eachFaultIsPutIntoItsLine(line: String, told: [String]) {
        let mutants = Mutator.mutants(of: line + "\n")
        #expect(mutants.map { "\($0.mutation): \($0.mutated ?? "gone")" } == told)
    }

    @Test func theOtherLinesStayAndNumbersKeepTheirPlaces() throws {
        let mutants = Mutator.mutants(of: "a\n    task.cancel()\nb\n")
        let mutant = try #require(mutants.first)
        #expect(mutants.count == 1)
        #expect(mutant.line == 2)
        #expect(mutant.text == "a\n\nb\n")
        #expect(mutant.change == "`task.cancel()` is gone")
    }

    @Test func everyOperatorHasANameOfItsOwn() {
        let ids = MutationOperator.all.map(\.id)
        #expect(Set(ids).count == ids.count)
    }
}

@Suite struct MutantReportTests {
    private func report(_ explanations: String, _ fates: [(line: String, MutantReport.Fate)]) -> MutantReport {
        MutantReport(
            exercise: "e",
            file: "e/solution.swift",
            checked: fates.enumerated().map { index, fate in
                MutantReport.Checked(
                    mutant: Mutant(mutation: "drop-wait", line: index + 1, original: fate.line, mutated: nil, text: ""),
                    fate: fate.1
                )
            },
            equivalents: EquivalentMutants(explanations, file: "e/mutants.md")
        )
    }

    @Test func aSurvivorWithoutAnExplanationIsAFailure() {
        let report = report("", [("a", .killed), ("b", .survived), ("c", .doesNotCompile)])
        #expect(report.status == .failure)
        #expect(
            report.text == """
                e: 3 mutants, 1 killed, 1 do not compile, 1 survived, 0 explained
                e/solution.swift:2: survived: `b` is gone [drop-wait]

                """
        )
    }

    @Test func anExplainedSurvivorIsNone() {
        let report = report("# Title\n\n- `drop-wait` `b`: it is the last line anyway.\n", [("b", .survived)])
        #expect(report.status == .success)
        #expect(report.text == "e: 1 mutants, 0 killed, 0 do not compile, 0 survived, 1 explained\n")
    }

    @Test func whatCouldNotBeJudgedMakesNoExplanationStale() {
        let report = report("- `drop-wait` `b`: why.\n", [("b", .couldNotTell("no compiler"))])
        #expect(report.status == .machine)
        #expect(!report.text.contains("take the item out"))
    }

    @Test func eachMutantAndTheSumsAreToldIfAskedFor() {
        let report = report("- `drop-wait` `b`: why.\n", [("a", .killed), ("b", .survived), ("c", .doesNotCompile)])
        #expect(
            report.text(all: true) == """
                e: 3 mutants, 1 killed, 1 do not compile, 0 survived, 1 explained
                e/solution.swift:1: killed: `a` is gone [drop-wait]
                e/solution.swift:2: explained: `b` is gone [drop-wait]
                e/solution.swift:3: does not compile: `c` is gone [drop-wait]

                """
        )
        #expect(
            MutantReport.total(of: [report, report])
                == "2 exercises: 6 mutants, 2 killed, 2 do not compile, 0 survived, 2 explained"
        )
    }

    @Test func anExplanationOfWhatDoesNotSurviveIsStale() {
        let report = report("- `drop-wait` `b`: why.\n- `drop-wait` `gone`: why.\n", [("b", .killed)])
        #expect(report.status == .failure)
        #expect(report.stale.map(\.original) == ["b", "gone"])
        #expect(report.text.contains("e/mutants.md:2:1: `drop-wait` `gone` does not survive; take the item out\n"))
    }

    @Test(arguments: ["- drop-wait b: why\n", "- `drop-wait` `b`\n", "- `drop-wait` `b`:\n"])
    func anItemWithoutAReasonIsToldSo(_ text: String) {
        let report = report(text, [("b", .survived)])
        #expect(report.status == .failure)
        #expect(report.text.contains("e/mutants.md:1:1: error: an item is '- `mutation` `line of the solution`: why"))
    }

    @Test func whatCannotBeToldIsNoFailure() {
        let report = report("", [("a", .couldNotTell("no compiler"))])
        #expect(report.status == .machine)
        #expect(report.text.contains("e/solution.swift:1: could not tell: `a` is gone [drop-wait]: no compiler\n"))
    }
}
