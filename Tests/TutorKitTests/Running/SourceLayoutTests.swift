import Testing

@testable import TutorKit

@Suite struct SourceLayoutTests {
    private func layout(_ files: (String, String)...) throws -> SourceLayout {
        try SourceLayout(files.map { SourceFile(name: $0.0, text: $0.1) })
    }

    @Test(arguments: [
        ("demo.swift", "demo.swift"), ("/home/ada/my try.swift", "my try.swift"), ("../../etc/passwd", "passwd.swift"),
        ("-o", "_-o.swift"), ("", "source.swift"), ("...", "_....swift"), ("a:b\n\"c\".swift", "a_b__c_.swift"),
        ("éa.swift", "éa.swift"), (".swift", "_.swift"),
    ])
    func namesOnDiskArePlain(_ name: String, _ disk: String) throws {
        #expect(try layout((name, "")).files.map(\.diskName) == [disk])
    }

    @Test func namesOnDiskAreUnique() throws {
        let layout = try layout(("a/x.swift", ""), ("b/x.swift", ""), ("X.swift", ""))
        #expect(layout.files.map(\.diskName) == ["x.swift", "_x.swift", "__X.swift"])
        #expect(layout.isLibrary)
    }

    @Test func theScriptAmongSeveralIsCalledMain() throws {
        let script = SourceFile(name: "learner.swift", text: "", role: .script)
        let decoy = SourceFile(name: "main.swift", text: "", role: .library)
        let layout = try SourceLayout([decoy, script])
        #expect(layout.files.map(\.diskName) == ["_main.swift", "main.swift"])
        #expect(!layout.isLibrary)
    }

    @Test(arguments: [
        ("print(1)", false), ("@main struct A {}", true), ("  @main\nstruct A {}", true), ("@mainstay", false),
        ("// @main", false), ("/*\n@main\n*/", false), ("/* /* */\n@main */", false),
        ("/* */\n@main struct A {}", true),
        ("@MainActor func f() {}", false), ("let a = 1 // /*\n@main enum B {}", true),
    ])
    func aSingleFileIsAScriptUnlessItSaysMain(_ text: String, _ isLibrary: Bool) throws {
        #expect(try layout(("demo.swift", text)).isLibrary == isLibrary)
    }
}
