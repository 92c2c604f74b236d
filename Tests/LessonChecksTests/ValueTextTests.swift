import Testing

@testable import LessonChecks

@Suite struct ValueTextTests {
    private struct Page: Equatable { let name: String? }
    private enum Color {
        case red
        case mixed(Int)
    }

    @Test func valuesAreShownAsTheyAreWritten() {
        #expect(ValueText.of(1) == "1")
        #expect(ValueText.of("a\n\"b\"") == #""a\n\"b\"""#)
        #expect(ValueText.of("abc".prefix(2)) == #""ab""#)
        #expect(ValueText.of(["A", nil] as [String?]) == #"["A", nil]"#)
        #expect(ValueText.of(String??.some(.some("a")) as Any) == #""a""#)
        #expect(ValueText.of([] as [Int]) == "[]")
        #expect(ValueText.of([[1], [2, 3]]) == "[[1], [2, 3]]")
        #expect(ValueText.of(["b": 2, "a": nil] as [String: Int?]) == #"["a": nil, "b": 2]"#)
        #expect(ValueText.of([:] as [String: Int]) == "[:]")
        #expect(ValueText.of(Set(["b", "a"])) == #"["a", "b"]"#)
        #expect(ValueText.of((1, "a")) == #"(1, "a")"#)
        #expect(ValueText.of(true) == "true")
        #expect(ValueText.of(Color.red) == "red")
        #expect(ValueText.of(Color.mixed(3)) == "mixed(3)")
        #expect(ValueText.of(Page(name: "a")) == #"Page(name: Optional("a"))"#)
        #expect(ValueText.of(Duration.seconds(2)) == "2.0 seconds")
        #expect(ValueText.of(Array(0..<200)).hasSuffix("98, 99, …]"))
    }
}
