"""Reddit: titles, bodies and links of all generations of the tables; neither scores nor parents' texts."""

from pathlib import Path

from tests.agent.importers.exports import found, left_out, posts, problems, unknown_counts, zipped

SITE = "https://www.reddit.com"
THREAD = f"{SITE}/r/cities/comments/1abcd2/bike_lanes/"
SAMPLE = {
    "posts.csv": (
        "id,permalink,date,ip,subreddit,gildings,title,url,body\r\n"
        f"1abcd2,{THREAD},2024-05-01 08:00:00 UTC,203.0.113.9,cities,0,Bike lanes,"
        '/r/cities/comments/1abcd2/bike_lanes/,"A *self* post\r\n\r\n> a ""quote"""\r\n'
        f"1abcd3,{SITE}/r/cities/comments/1abcd3/a/,2024-05-03 09:00:00 UTC,,cities,1,A link,https://example.org/a,\r\n"
    ),
    "comments.csv": (
        "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n"
        f'lq7a2b9,{THREAD}lq7a2b9/,2024-05-02 18:11:04 UTC,,cities,0,{THREAD},lq79zz1,"Agree, mostly.",\n'
        f"lq7a2c0,,2024-05-02 18:20:00 UTC,,cities,0,{THREAD},,top level,\n"
        f"lq7a2c1,{THREAD}lq7a2c1/,2024-05-02 18:20:00 UTC,,cities,0,{THREAD},,[removed],\n"
    ),
    "comment_headers.csv": "id,permalink,date,ip,subreddit,gildings,link,parent\nlq7a2b9,,,,,,,\n",
    "messages.csv": "id,permalink,date,ip,from,to,subject,body\n1,,2024-05-02 18:20:00 UTC,,a,b,c,psst\n",
    "post_votes.csv": "id,permalink,direction\n1,https://e.example,up\n",
}


def test_a_post_is_its_title_with_its_body_or_its_link(tmp_path: Path) -> None:
    own, link = posts(found(zipped(tmp_path, SAMPLE)))[:2]
    assert own.text == 'Bike lanes\n\nA *self* post\n\n> a "quote"'
    assert link.text == "A link\n\nhttps://example.org/a"
    assert (own.kind, own.source_id, own.permalink) == ("post", "t3_1abcd2", THREAD)
    assert own.posted_at.isoformat() == "2024-05-01T08:00:00+00:00"


def test_a_comment_knows_what_it_answers(tmp_path: Path) -> None:
    below, top = posts(found(zipped(tmp_path, SAMPLE)))[2:]
    assert below.parent_permalink == f"{SITE}/comments/1abcd2/_/lq79zz1/"
    assert (top.parent_permalink, top.permalink) == (THREAD, f"{SITE}/comments/1abcd2/_/lq7a2c0/")
    assert all(unknown_counts(each) for each in (below, top))


def test_what_was_removed_and_private_messages_are_left_out(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    assert left_out(things) == ["deleted"]
    assert not problems(things)
    assert not [post for post in posts(things) if "psst" in post.text]


def test_older_tables_name_the_same_posts(tmp_path: Path) -> None:
    old = (
        "\ufeffid,permalink,date,ip,subreddit,gildings,link,parent,body\n"
        "t1_lq7a2b9,/r/cities/comments/1abcd2/bike_lanes/lq7a2b9/,2024-05-02 18:11:04,,cities,0,"
        f"{THREAD},t3_1abcd2,Agree\n"
    )
    (post,) = posts(found(zipped(tmp_path, {"comments_2.csv": old})))
    assert (post.source_id, post.permalink, post.parent_permalink) == (
        "t1_lq7a2b9",
        f"{THREAD}lq7a2b9/",
        THREAD,
    )
    assert post.id == posts(found(zipped(tmp_path, SAMPLE)))[2].id


def test_a_comment_on_the_post_is_no_reply_however_its_parent_is_written(tmp_path: Path) -> None:
    def table(parent: str) -> str:
        return (
            "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n"
            f"lq7a2b9,{THREAD}lq7a2b9/,2024-05-02 18:11:04 UTC,,cities,0,{THREAD},{parent},Agree,\n"
        )

    for parent in ("", "1abcd2", "t3_1abcd2"):
        (post,) = posts(found(zipped(tmp_path, {"comments.csv": table(parent)})))
        assert (post.kind, post.parent_permalink) == ("comment", THREAD)
    (post,) = posts(found(zipped(tmp_path, {"comments.csv": table("t1_lq79zz1")})))
    assert (post.kind, post.parent_permalink) == ("reply", f"{SITE}/comments/1abcd2/_/lq79zz1/")


def test_a_comment_of_a_picture_alone_has_no_words_and_is_no_problem(tmp_path: Path) -> None:
    table = (
        "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n"
        f"lq7a2b9,{THREAD}lq7a2b9/,2024-05-02 18:11:04 UTC,,cities,0,{THREAD},,,\n"
    )
    things = found(zipped(tmp_path, {"comments.csv": table}))
    assert (left_out(things), problems(things)) == (["no_words"], [])
