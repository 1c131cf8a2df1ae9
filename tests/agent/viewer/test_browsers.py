from agent.services import Services
from agent.services.pairings import Pairing
from tests.agent.viewer.reading import Viewer, words_of
from tests.agent_process import EXTENSION


def asking(services: Services) -> Pairing:
    return services.pairings.ask(EXTENSION, "Chromium 156 on Linux", "0.1.0")


def paired(services: Services) -> None:
    pairing = asking(services)
    services.pairings.confirm(pairing.id)
    services.pairings.claim(pairing.id, pairing.secret, EXTENSION)


def test_without_a_browser_the_page_says_how_to_load_the_extension(viewer: Viewer) -> None:
    page = viewer.get("/browsers")
    assert "None yet." in page.words
    assert "Load unpacked" in page.words
    assert "/extension" in page.words, "the folder, as it is called on this machine"


def test_a_waiting_browser_shows_its_code_its_name_and_where_it_asks_from(
    viewer: Viewer, services: Services
) -> None:
    pairing = asking(services)
    page = viewer.get("/browsers")
    assert words_of(page.all(".//*[@class='code']")[0]) == pairing.code
    assert "Chromium 156 on Linux asks to pair" in page.words
    assert EXTENSION in page.words


def test_a_matching_code_pairs_the_browser(viewer: Viewer, services: Services) -> None:
    pairing = asking(services)
    after = viewer.follow(viewer.send(f"/browsers/waiting/{pairing.id}/confirm"))
    assert "Confirmed" in after.words
    assert services.pairings.claim(pairing.id, pairing.secret, EXTENSION).status == "paired"
    assert "Paired" in words_of(viewer.get("/browsers").all(".//section[@id='paired']")[0])


def test_not_mine_turns_the_browser_away(viewer: Viewer, services: Services) -> None:
    pairing = asking(services)
    after = viewer.follow(viewer.send(f"/browsers/waiting/{pairing.id}/refuse"))
    assert "turned away" in after.words
    assert pairing.code not in after.words
    assert services.pairings.claim(pairing.id, pairing.secret, EXTENSION).status == "refused"


def test_a_pairing_that_is_over_says_what_to_do(viewer: Viewer, services: Services) -> None:
    pairing = asking(services)
    services.pairings.refuse(pairing.id)
    page = viewer.send(f"/browsers/waiting/{pairing.id}/confirm")
    assert page.status == 404
    assert "Ask for a new code" in page.words


def test_a_key_can_be_taken_back(viewer: Viewer, services: Services) -> None:
    paired(services)
    (browser,) = services.pairings.browsers()
    after = viewer.follow(viewer.send(f"/browsers/{browser.id}/revoke"))
    assert "no longer works" in after.words
    assert services.pairings.browsers() == []
    assert viewer.send(f"/browsers/{browser.id}/revoke").status == 404


def test_a_secret_is_never_on_the_page(viewer: Viewer, services: Services) -> None:
    pairing = asking(services)
    assert pairing.secret not in viewer.get("/browsers").html


def test_the_part_that_the_script_asks_for_is_the_part_of_the_page(
    viewer: Viewer, services: Services
) -> None:
    paired(services)
    asking(services)
    part = viewer.get("/browsers/now")
    assert part.status == 200
    assert part.html.strip() in viewer.get("/browsers").html
