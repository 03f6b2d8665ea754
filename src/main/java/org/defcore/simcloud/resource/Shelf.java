package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.pace.Stages;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.wire.Refusal;

/**
 * The resources of one kind: whose they are, what they are like, and how they are to change. A
 * change to come happens when it is due and somebody looks. A project sees its own resources and
 * those that are shared. Safe for use by many threads; several shelves can have one lock, which
 * their owner may hold over several steps.
 */
public final class Shelf<T> {

  private static final class Kept<T> {

    private final String project;
    private final Stages stages;
    private T value;

    Kept(String project, Stages stages, T value) {
      this.project = project;
      this.stages = stages;
      this.value = value;
    }
  }

  private final Map<String, Kept<T>> resources = new LinkedHashMap<>();
  private final Set<String> everUsed = new HashSet<>();
  private final Object lock;
  private final Timing timing;
  private final Function<String, Refusal> missing;
  private final Form<T> form;

  private record Form<T>(Predicate<T> shared, UnaryOperator<T> copy) {}

  private Shelf(Object lock, Timing timing, Function<String, Refusal> missing, Form<T> form) {
    this.lock = lock;
    this.timing = timing;
    this.missing = missing;
    this.form = form;
  }

  /**
   * An empty shelf of records, none of them shared.
   *
   * @param missing the service's fault for an id that is not there
   */
  public static <T> Shelf<T> of(Object lock, Timing timing, Function<String, Refusal> missing) {
    return new Shelf<>(lock, timing, missing, new Form<>(it -> false, it -> it));
  }

  /**
   * An empty shelf of JSON documents, which are copied when they come and go.
   *
   * @param missing the service's fault for an id that is not there
   * @param shared the resources that every project sees
   */
  public static Shelf<ObjectNode> ofDocuments(
      Object lock, Timing timing, Function<String, Refusal> missing, Predicate<ObjectNode> shared) {
    return new Shelf<>(lock, timing, missing, new Form<>(shared, ObjectNode::deepCopy));
  }

  /** Adds a resource; returns false, and adds nothing, if there ever was one of its id. */
  public boolean add(String id, String project, T made) {
    synchronized (lock) {
      if (!everUsed.add(id)) {
        return false;
      }
      resources.put(id, new Kept<>(project, timing.stages(), form.copy().apply(made)));
      return true;
    }
  }

  /** Adds a resource that decides itself what is to come of it, and returns it. */
  public T make(String id, String project, Function<Stages, T> maker) {
    synchronized (lock) {
      Stages stages = timing.stages();
      T made = maker.apply(stages);
      everUsed.add(id);
      resources.put(id, new Kept<>(project, stages, made));
      return made;
    }
  }

  /** A resource that the project sees. */
  public Optional<T> find(String project, String id) {
    synchronized (lock) {
      settle();
      return Optional.ofNullable(resources.get(id))
          .filter(it -> sees(project, it))
          .map(it -> form.copy().apply(it.value));
    }
  }

  /**
   * A resource that the project sees.
   *
   * @throws Refusal if there is none
   */
  public T require(String project, String id) {
    return find(project, id).orElseThrow(() -> missing.apply(id));
  }

  /** All resources that the project sees, newest first. */
  public List<T> all(String project) {
    return all(it -> sees(project, it));
  }

  /** The resources of all projects that fit, newest first. */
  public List<T> everyone(Predicate<T> wanted) {
    return all(it -> wanted.test(it.value));
  }

  private List<T> all(Predicate<Kept<T>> wanted) {
    synchronized (lock) {
      settle();
      List<T> all = new ArrayList<>();
      for (Kept<T> kept : resources.values()) {
        if (wanted.test(kept)) {
          all.add(form.copy().apply(kept.value));
        }
      }
      Collections.reverse(all);
      return all;
    }
  }

  private boolean sees(String project, Kept<T> kept) {
    return kept.project.equals(project) || form.shared().test(kept.value);
  }

  /** Returns whether the resource is there and belongs to the project, be it shared or not. */
  public boolean owns(String project, String id) {
    synchronized (lock) {
      settle();
      return Optional.ofNullable(resources.get(id))
          .filter(it -> it.project.equals(project))
          .isPresent();
    }
  }

  /**
   * Changes a resource in one step; nothing changes if the change is refused.
   *
   * @throws Refusal if there is no resource of this id, whoever asks
   */
  public T change(String id, UnaryOperator<T> how) {
    synchronized (lock) {
      settle();
      Kept<T> kept = kept(id);
      kept.value = how.apply(form.copy().apply(kept.value));
      return form.copy().apply(kept.value);
    }
  }

  private Kept<T> kept(String id) {
    return Optional.ofNullable(resources.get(id)).orElseThrow(() -> missing.apply(id));
  }

  /** Lets a change happen one stage after all that is already to come of the resource. */
  public void later(String id, UnaryOperator<T> how) {
    synchronized (lock) {
      Kept<T> kept = kept(id);
      kept.stages.then(() -> kept.value = how.apply(kept.value));
    }
  }

  /** Lets a change happen as soon as it is found to be ready, after all that is to come before. */
  public void later(String id, BooleanSupplier ready, UnaryOperator<T> how) {
    synchronized (lock) {
      Kept<T> kept = kept(id);
      kept.stages.when(ready, () -> kept.value = how.apply(kept.value));
    }
  }

  /** Returns whether the resource will stay as it is until somebody changes it. */
  public boolean isAtRest(String id) {
    synchronized (lock) {
      settle();
      return kept(id).stages.isEmpty();
    }
  }

  /** Takes the resource away, with all that was to come of it. */
  public void remove(String id) {
    synchronized (lock) {
      resources.remove(id);
    }
  }

  /** Lets the resource be gone one stage after all that is already to come of it. */
  public void removeLater(String id) {
    synchronized (lock) {
      kept(id).stages.then(() -> remove(id));
    }
  }

  private void settle() {
    for (Kept<T> kept : List.copyOf(resources.values())) {
      kept.stages.settle();
    }
  }
}
