import Foundation
import Testing

/// The documentation of the kit as DocC makes it.
@Suite(.enabled(if: DocC.found != nil, "needs docc and swift-symbolgraph-extract on PATH"))
struct DocumentationCatalogTests {
    @Test func itIsMadeWithoutAWarning() async throws {
        let made = try await DocC.documentation.value
        #expect(made.status == 0, "\(made.complaints)")
        #expect(!made.complaints.contains("warning:"))
    }

    @Test func everyPublicSymbolIsDocumented() async throws {
        let graph = try await DocC.documentation.value.symbols
        #expect(graph.symbols.count > 100)
        #expect(graph.symbols.filter { $0.docComment == nil }.map { $0.pathComponents.joined(separator: ".") } == [])
    }

    /// What no group of the landing page names, DocC puts into groups that it makes itself.
    @Test func theLandingPageNamesEverySymbolAndArticle() async throws {
        let page = try await DocC.documentation.value.landingPage
        #expect(!page.topicSections.isEmpty)
        #expect(page.topicSections.filter { $0.generated ?? false }.flatMap(\.identifiers) == [])
    }
}
