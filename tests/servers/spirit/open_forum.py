"""Makes a forum with one topic and one member who may answer: `open_forum.py TITLE AUTHOR TEXT PASSWORD`.

Run by Spirit's Python; prints the topic's path.
"""

import sys

import django
from django.core.management import call_command

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402 - models can be imported once Django is set up
from spirit.category.models import Category  # noqa: E402
from spirit.comment.models import Comment  # noqa: E402
from spirit.topic.models import Topic  # noqa: E402

title, author, text, password = sys.argv[1:]
call_command("migrate", verbosity=0)
members = get_user_model().objects
maria = members.create_user("maria", "maria@example.org")
jonas = members.create_user("jonas", "jonas@example.org", password)
for member, nickname in ((maria, author), (jonas, "jonas")):
    member.st.nickname = nickname
    member.st.is_verified = True
    member.st.save()
category = Category.objects.create(title="Moving house")
topic = Topic.objects.create(user=maria, category=category, title=title)
Comment.objects.create(user=maria, topic=topic, comment=text, comment_html=f"<p>{text}</p>")
topic.increase_comment_count()
sys.stdout.write(topic.get_absolute_url())
