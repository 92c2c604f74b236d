import Testing

/// Which of asyncio's promises a test holds: the numbers of `behaviours.md`.
///
///     @Test(.promise(142, 143)) func gatherReturnsResultsInArgumentOrder() throws { … }
///
/// The table "promise → test" is generated from the source by the pattern
/// `@Test\([^\n]*?\.promise\(([0-9, ]+)\)[\s\S]*?func (\w+)`, so write the numbers as literals on the line of `@Test`.
struct Promise: TestTrait {
    let numbers: [Int]

    /// Shown beside the test when it fails.
    var comments: [Comment] {
        ["asyncio promise \(numbers.map(String.init).joined(separator: ", "))"]
    }
}

extension Trait where Self == Promise {
    static func promise(_ numbers: Int...) -> Self { Promise(numbers: numbers) }
}
