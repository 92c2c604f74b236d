import Foundation
import Testing

@testable import TutorKit

@Suite struct SettingsFileTests {
    private func problems(_ text: String) -> [String] {
        SettingsFile.parse(text, path: "settings").problems.map(\.description)
    }

    @Test func eachLineIsAChoice() {
        let (settings, problems) = SettingsFile.parse(
            "# mine\n\ncolour = never\r\n  unicode=always # boxes\npager = less -S\neditor = vi #1\naccessible = on",
            path: "settings"
        )
        #expect(problems == [])
        #expect(settings.colour == .never)
        #expect(settings.unicode == .always)
        #expect(settings.pager == .command("less -S"))
        #expect(settings.editor == "vi")
        #expect(settings.accessible == true)
    }

    @Test func nothingChosenIsLeftToTheSurroundings() {
        let settings = SettingsFile.parse("", path: "settings").settings
        #expect(settings == Settings())
        #expect(settings.colour == .auto && settings.accessible == nil && settings.pager == .auto)
        #expect(settings.editor == nil)
    }

    @Test(arguments: [
        ("colr = never", "settings:1: unknown setting 'colr'; did you mean 'colour'?"),
        (
            "\nx = 1",
            "settings:2: unknown setting 'x'; there are colour, unicode, accessible, pager, editor"
        ),
        ("colour = nevr", "settings:1: colour is auto, always or never; found 'nevr'; did you mean 'never'?"),
        ("colour never", "settings:1: expected name = value; found 'colour never'"),
        ("colour =", "settings:1: expected name = value; found 'colour ='"),
        ("accessible = yes", "settings:1: accessible is auto, on or off; found 'yes'"),
    ])
    func aLineThatIsNoneIsNamedWithItsPlace(text: String, problem: String) {
        #expect(problems(text) == [problem])
        #expect(SettingsFile.parse(text + "\nunicode = never\n", path: "settings").settings.unicode == .never)
    }

    @Test func changingOneChoiceLeavesEveryOtherLineAsItIs() {
        let text = "# mine\ncolor = auto  # old\nnonsense\npager = off"
        #expect(
            SettingsFile.changed(text, .colour, "never") == "# mine\ncolour = never\nnonsense\npager = off\n"
        )
        #expect(SettingsFile.changed("", .editor, "vi") == "editor = vi\n")
        #expect(SettingsFile.changed("pager = a\npager = b\n", .pager, "off") == "pager = off\n")
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("settings-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = SettingsFile(path: folder.path + "/new/settings")
        #expect(file.read().settings == Settings())
        try file.write(.colour, "always")
        try file.write(.pager, "less -R")
        #expect(file.read().settings.colour == .always)
        #expect(file.read().settings.pager == .command("less -R"))
        #expect(file.read().problems == [])
    }

    @Test func aFileThatCannotBeReadOrWrittenIsNamed() {
        #expect(
            SettingsFile(path: "/dev/null/settings").read().problems == []
        )
        #expect(
            SettingsFile(path: "/dev").read().problems.map(\.description) == [
                "/dev: cannot be read; the usual settings are taken"
            ]
        )
        #expect(
            throws: SettingsFile.Problem(description: "/dev/null/x: cannot be written; the choice holds until you quit")
        ) {
            try SettingsFile(path: "/dev/null/x").write(.colour, "never")
        }
    }

    @Test func aCommandThatWouldNotComeBackFromTheFileIsRefused() {
        var settings = Settings()
        #expect(settings.set(.pager, to: "less\ncolour = never") != nil)
        #expect(settings.set(.editor, to: "vi #x") != nil)
        #expect(settings == Settings())
    }
}
