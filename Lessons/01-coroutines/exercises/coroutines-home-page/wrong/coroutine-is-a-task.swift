import ConcurrencyKit

struct Home: Equatable {
    var profile: String
    var photo: String
    var comments: String
}

func loadHome(
    of user: String,
    with fetch: @escaping (String) async throws -> String
) async throws -> Home {
    let profile = Coroutine { try await fetch("profile/\(user)") }
    let photo = Coroutine { try await fetch("photo/\(user)") }
    let newest = try await photo.value
    let comments = Coroutine { try await fetch("comments/\(newest)") }
    return Home(profile: try await profile.value, photo: newest, comments: try await comments.value)
}
